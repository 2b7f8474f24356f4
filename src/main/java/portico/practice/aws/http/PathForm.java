package portico.practice.aws.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A method and a path in which {@code {Name}} stands for a parameter. */
record PathForm(String method, String path) {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  /** The parameters in a path, still encoded, if it has this form. */
  Optional<Map<String, String>> parameters(String requestMethod, String requestPath) {
    List<String> names = new ArrayList<>();
    Matcher parameter = PARAMETER.matcher(path);
    StringBuilder form = new StringBuilder();
    int end = 0;
    while (parameter.find()) {
      names.add(parameter.group(1));
      form.append(Pattern.quote(path.substring(end, parameter.start()))).append("([^/]+)");
      end = parameter.end();
    }
    form.append(Pattern.quote(path.substring(end)));
    Matcher given = Pattern.compile(form.toString()).matcher(requestPath);
    if (!method.equals(requestMethod) || !given.matches()) {
      return Optional.empty();
    }
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      found.put(names.get(i), given.group(i + 1));
    }
    return Optional.of(found);
  }
}
