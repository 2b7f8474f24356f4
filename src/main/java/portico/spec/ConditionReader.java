package portico.spec;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import portico.model.ConditionSpec;
import portico.model.ConditionSpec.ApiKey;
import portico.model.ConditionSpec.HostHeader;
import portico.model.ConditionSpec.HttpHeader;
import portico.model.ConditionSpec.PathPattern;
import portico.model.ConditionSpec.QueryString;
import portico.model.ConditionSpec.QueryValue;
import portico.model.ConditionSpec.RequestMethod;
import portico.model.ConditionSpec.SourceIp;

/** Reads what requests must be like. */
final class ConditionReader {
  private static final List<String> FORMS =
      List.of("path", "host", "header", "method", "query", "sourceIp", "apiKey");

  private static final String KEY_HEADER = "Authorization";
  private static final String KEY_PREFIX = "Bearer ";

  private final SpecFindings findings;

  ConditionReader(SpecFindings findings) {
    this.findings = findings;
  }

  ConditionSpec read(SpecSection section) {
    Optional<String> form = section.only(FORMS);
    if (form.isEmpty()) {
      section.need("path");
      findings.shortForm(section.field("values"), section.field("path"));
    }
    return form.flatMap(section::value)
        .map(value -> condition(value, form.get(), section))
        .orElseGet(() -> new PathPattern(List.of(findings.substituteText())));
  }

  private ConditionSpec condition(SpecValue value, String form, SpecSection section) {
    findings.shortForm(section.field("values"), value.field());
    return switch (form) {
      case "host" -> new HostHeader(value.texts());
      case "header" -> header(value, section);
      case "method" -> new RequestMethod(value.texts());
      case "query" -> new QueryString(queries(value));
      case "sourceIp" -> new SourceIp(value.texts());
      case "apiKey" -> apiKey(value.section(SpecPart.API_KEY), section);
      default -> new PathPattern(value.texts());
    };
  }

  /** One header field with its values. */
  private HttpHeader header(SpecValue value, SpecSection section) {
    SequencedMap<String, SpecValue> entries = value.entries();
    if (entries.size() != 1) {
      if (entries.isEmpty()) {
        findings.missing(value.field());
      } else {
        List<String> names = List.copyOf(entries.keySet());
        entries.lastEntry().getValue().wrong(new SpecFault.Conflict(names.get(0), names.get(1)));
      }
      return new HttpHeader(findings.substituteText(), List.of(findings.substituteText()));
    }
    Map.Entry<String, SpecValue> only = entries.firstEntry();
    findings.shortForm(section.field("name"), value.field());
    findings.shortForm(section.field("values"), only.getValue().field());
    return new HttpHeader(only.getKey(), only.getValue().texts());
  }

  private List<QueryValue> queries(SpecValue value) {
    if (value.isText()) {
      return List.of(new QueryValue(Optional.empty(), value.text()));
    }
    return value.items().stream().map(this::query).toList();
  }

  /** A text alone is the value of any parameter. */
  private QueryValue query(SpecValue value) {
    if (value.isText()) {
      findings.shortForm(value.field() + ".value", value.field());
      return new QueryValue(Optional.empty(), value.text());
    }
    SpecSection section = value.section(SpecPart.QUERY_VALUE);
    return new QueryValue(section.text("key"), section.requiredText("value"));
  }

  private ApiKey apiKey(SpecSection key, SpecSection condition) {
    for (String name : List.of("header", "prefix")) {
      findings.shortForm(condition.field(name), key.field(name));
    }
    findings.shortForm(condition.field("keyName"), key.field("key"));
    String header = key.text("header").orElse(KEY_HEADER);
    boolean usual = header.toLowerCase(Locale.ROOT).equals(KEY_HEADER.toLowerCase(Locale.ROOT));
    return new ApiKey(
        header, key.text("prefix").orElse(usual ? KEY_PREFIX : ""), key.requiredText("key"));
  }
}
