package portico.catalog.aws;

import static portico.catalog.aws.AwsService.WAF;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import portico.catalog.WebAcl;
import software.amazon.awssdk.services.wafv2.model.Scope;

/** Regional web ACLs of AWS WAF. */
final class AwsWebAcls {
  private static final int PAGE = 100;

  private final AwsClients clients;

  AwsWebAcls(AwsClients clients) {
    this.clients = clients;
  }

  List<WebAcl> all(AwsCall call) {
    List<WebAcl> found = new ArrayList<>();
    Optional<String> marker = Optional.empty();
    do {
      @Nullable String from = marker.orElse(null);
      var page =
          call.of(
              WAF,
              "ListWebACLs",
              () ->
                  clients
                      .waf()
                      .listWebACLs(
                          request -> request.scope(Scope.REGIONAL).limit(PAGE).nextMarker(from)));
      page.webACLs()
          .forEach(
              each ->
                  found.add(
                      new WebAcl(
                          each.arn(),
                          each.name(),
                          Optional.ofNullable(each.description()).orElse(""))));
      // WAF gives a marker with a full page even when nothing follows.
      marker =
          Optional.ofNullable(page.nextMarker())
              .filter(next -> !next.isEmpty() && !page.webACLs().isEmpty());
    } while (marker.isPresent());
    found.sort(Comparator.comparing(WebAcl::name));
    return List.copyOf(found);
  }
}
