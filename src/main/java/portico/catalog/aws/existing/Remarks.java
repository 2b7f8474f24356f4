package portico.catalog.aws.existing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import portico.catalog.TakeoverRemark;
import portico.catalog.TakeoverRemark.Kind;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Collects what a spec cannot say while one load balancer is read. */
final class Remarks {
  private static final int LONGEST_VALUE = 120;

  private final List<TakeoverRemark> all = new ArrayList<>();

  void add(Kind kind, Object... facts) {
    all.add(TakeoverRemark.of(kind, facts));
  }

  /**
   * Remarks every field of an answer that is filled and not among those that are read. So a field
   * that AWS adds is told as soon as the SDK knows it.
   *
   * @param read the fields' names in AWS's API
   */
  void rest(String where, SdkPojo answer, Set<String> read) {
    for (SdkField<?> field : answer.sdkFields()) {
      Object value = field.getValueOrDefault(answer);
      if (!read.contains(field.memberName()) && isFilled(value)) {
        add(Kind.FIELD, where, field.memberName(), shortened(String.valueOf(value)));
      }
    }
  }

  /** Whether an answer has a field beside those named. */
  static boolean hasMore(SdkPojo answer, Set<String> read) {
    return answer.sdkFields().stream()
        .anyMatch(
            field ->
                !read.contains(field.memberName()) && isFilled(field.getValueOrDefault(answer)));
  }

  /** Remarks every attribute that is not read and not as AWS has it by itself. */
  void attributes(
      String where, Map<String, String> attributes, Set<String> read, Map<String, String> usual) {
    attributes.forEach(
        (key, value) -> {
          if (!read.contains(key) && !value.isEmpty() && !value.equals(usual.get(key))) {
            add(Kind.ATTRIBUTE, where, key, shortened(value));
          }
        });
  }

  List<TakeoverRemark> all() {
    return List.copyOf(all);
  }

  private static boolean isFilled(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Collection<?> many -> !many.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      case String text -> !text.isEmpty();
      default -> true;
    };
  }

  private static String shortened(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
  }
}
