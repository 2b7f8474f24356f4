package portico.catalog.aws;

import java.util.Optional;
import portico.catalog.CatalogFailure;
import software.amazon.awssdk.services.ssooidc.model.InvalidClientException;
import software.amazon.awssdk.services.ssooidc.model.InvalidGrantException;
import software.amazon.awssdk.services.ssooidc.model.InvalidRequestException;
import software.amazon.awssdk.services.ssooidc.model.InvalidScopeException;
import software.amazon.awssdk.services.ssooidc.model.UnauthorizedClientException;

/** Refusals of SSO-OIDC, whose reason stands in a field of its own (RFC 6749, 5.2). */
final class SsoRefusals {
  private SsoRefusals() {}

  static Optional<CatalogFailure> of(String action, RuntimeException thrown) {
    return switch (thrown) {
      case InvalidRequestException e -> Optional.of(said(action, e.error(), e.errorDescription()));
      case InvalidClientException e -> Optional.of(said(action, e.error(), e.errorDescription()));
      case InvalidGrantException e -> Optional.of(said(action, e.error(), e.errorDescription()));
      case InvalidScopeException e -> Optional.of(said(action, e.error(), e.errorDescription()));
      case UnauthorizedClientException e ->
          Optional.of(said(action, e.error(), e.errorDescription()));
      default -> Optional.empty();
    };
  }

  private static CatalogFailure said(String action, String error, String description) {
    return new CatalogFailure.ServiceError(
        "sso-oidc:" + action,
        Optional.ofNullable(error).orElse("error"),
        Optional.ofNullable(description).orElse(""));
  }
}
