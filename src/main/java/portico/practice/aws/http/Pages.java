package portico.practice.aws.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * One page of a listing.
 *
 * @param next the token that asks for the page after this one
 */
public record Pages<T>(List<T> items, Optional<String> next) {
  private static final String MARK = "after:";

  /**
   * A page in EC2's way.
   *
   * @throws AwsException when {@code MaxResults} or {@code NextToken} is not acceptable
   */
  public static <T> Pages<T> ec2(Parameters parameters, List<T> all, int least, int most) {
    Optional<Integer> size = parameters.number("MaxResults");
    if (size.isPresent() && (size.get() < least || size.get() > most)) {
      throw new AwsException(
          "InvalidParameterValue",
          "Value ( %d ) for parameter maxResults is invalid. Expecting a value between %d and %d."
              .formatted(size.get(), least, most));
    }
    Optional<String> token = parameters.text("NextToken");
    return of(all, size.orElse(most), token, "InvalidNextToken");
  }

  /**
   * A page in the way of Elastic Load Balancing.
   *
   * @throws AwsException when {@code PageSize} is not in 1 to 400, or the marker is not ours
   */
  public static <T> Pages<T> elb(Parameters parameters, List<T> all) {
    int size = parameters.number("PageSize").orElse(400);
    if (size < 1 || size > 400) {
      throw new AwsException(
          "ValidationError",
          ("1 validation error detected: Value '%d' at 'pageSize' failed to satisfy constraint: "
                  + "Member must have value between 1 and 400")
              .formatted(size));
    }
    return of(all, size, parameters.text("Marker"), "ValidationError");
  }

  /** A page of at most {@code size} after the place a token names. */
  public static <T> Pages<T> of(List<T> all, int size, Optional<String> token, String errorCode) {
    int start = Math.min(all.size(), token.map(each -> place(each, errorCode)).orElse(0));
    int end = (int) Math.min(all.size(), (long) start + size);
    Optional<String> next = end < all.size() ? Optional.of(token(end)) : Optional.empty();
    return new Pages<>(all.subList(start, end), next);
  }

  private static String token(int place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((MARK + place).getBytes(StandardCharsets.UTF_8));
  }

  private static int place(String token, String errorCode) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      if (text.startsWith(MARK)) {
        return Math.max(0, Integer.parseInt(text.substring(MARK.length())));
      }
    } catch (IllegalArgumentException notOurs) {
      // Falls through to the refusal: AWS does not say what is wrong with a token either.
    }
    throw new AwsException(errorCode, "The token '" + token + "' is not valid");
  }
}
