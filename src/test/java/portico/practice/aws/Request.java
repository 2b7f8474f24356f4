package portico.practice.aws;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The form of a query-protocol request, as the AWS SDKs write it. */
final class Request {
  private final StringBuilder form = new StringBuilder();

  Request with(String name, Object value) {
    form.append(name)
        .append('=')
        .append(URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8))
        .append('&');
    return this;
  }

  /** A list of texts. */
  Request with(String name, List<String> values) {
    int number = 0;
    for (String value : values) {
      with(name + "." + ++number, value);
    }
    return this;
  }

  /** Tags of Elastic Load Balancing. */
  Request tagged(Map<String, String> tags) {
    return pairs("Tags.member", tags);
  }

  /** Attributes, in the form of both Elastic Load Balancing's operations on them. */
  Request attributes(Map<String, String> attributes) {
    return pairs("Attributes.member", attributes);
  }

  /** Tags of EC2 for a new resource of that type. */
  Request specified(String type, Map<String, String> tags) {
    with("TagSpecification.1.ResourceType", type);
    return pairs("TagSpecification.1.Tag", tags);
  }

  private Request pairs(String name, Map<String, String> pairs) {
    int number = 0;
    for (Map.Entry<String, String> pair : pairs.entrySet()) {
      number++;
      with(name + "." + number + ".Key", pair.getKey());
      with(name + "." + number + ".Value", pair.getValue());
    }
    return this;
  }

  String text() {
    return form.toString();
  }
}
