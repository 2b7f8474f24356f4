package portico.practice.aws.data;

import java.util.Map;

/** The attributes of a load balancer, target group or listener; those never set have defaults. */
record Values(Map<String, String> set) {
  String text(String name, String otherwise) {
    return set.getOrDefault(name, otherwise);
  }

  long number(String name, long otherwise) {
    String value = set.getOrDefault(name, "");
    return value.matches("\\d{1,9}") ? Long.parseLong(value) : otherwise;
  }

  boolean flag(String name, boolean otherwise) {
    return Boolean.parseBoolean(set.getOrDefault(name, String.valueOf(otherwise)));
  }
}
