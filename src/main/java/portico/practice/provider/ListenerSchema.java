package portico.practice.provider;

import static portico.practice.provider.Attributes.text;
import static portico.practice.provider.Attributes.yesNo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Properties of a listener and the attributes AWS keeps them in. */
final class ListenerSchema {
  static final String BALANCER = "loadBalancerArn";
  static final String ACTIONS = "defaultActions";
  static final String CERTIFICATE = "certificateArn";
  static final String MUTUAL = "mutualAuthentication";
  static final String HTTPS = "HTTPS";

  /** Property and attribute key: API_ListenerAttribute. */
  static final Attributes ATTRIBUTES = Attributes.of(headers());

  static final Schema SCHEMA = schemaWithHeaders();

  private ListenerSchema() {}

  static PropertyValue nothingWhenOff(PropertyValue mutual) {
    return mutual instanceof PropertyMap map && map.text("mode").equals(Optional.of("off"))
        ? PropertyMap.EMPTY
        : mutual;
  }

  static Schema schemaWithHeaders() {
    Schema mutual =
        Schema.of(
            Property.text("mode").required().rule(ValueRule.oneOf("off", "passthrough", "verify")),
            Property.text("trustStoreArn").rule(ValueRule.arn()),
            Property.text("advertiseTrustStoreCaNames")
                .computed()
                .rule(ValueRule.oneOf("on", "off")),
            Property.yesNo("ignoreClientCertificateExpiry").orElse(false));
    List<Property> properties =
        new ArrayList<>(
            List.of(
                Property.text(BALANCER).required().replaces().rule(ValueRule.arn()),
                Property.whole("port").required().rule(ValueRule.range(1, 65535)),
                Property.text("protocol").computed().rule(ValueRule.oneOf("HTTP", HTTPS)),
                Property.text("sslPolicy").computed(),
                Property.text(CERTIFICATE).rule(ValueRule.arn()),
                Actions.property(ACTIONS),
                Property.block(MUTUAL, mutual).computed().normal(ListenerSchema::nothingWhenOff),
                Property.output("arn")));
    for (Attributes.Attribute attribute : ATTRIBUTES.table()) {
      boolean flag = attribute.kind() == Attributes.Kind.YES_NO;
      properties.add(
          (flag ? Property.yesNo(attribute.path()) : Property.text(attribute.path())).computed());
    }
    return Schema.of(properties).and(Tagging.properties());
  }

  static Attributes.Attribute[] headers() {
    String request = "routingHttpRequestXAmzn";
    String response = "routingHttpResponse";
    return new Attributes.Attribute[] {
      text(
          request + "MtlsClientcertHeaderName",
          "routing.http.request.x_amzn_mtls_clientcert.header_name"),
      text(
          request + "MtlsClientcertIssuerHeaderName",
          "routing.http.request.x_amzn_mtls_clientcert_issuer.header_name"),
      text(
          request + "MtlsClientcertLeafHeaderName",
          "routing.http.request.x_amzn_mtls_clientcert_leaf.header_name"),
      text(
          request + "MtlsClientcertSerialNumberHeaderName",
          "routing.http.request.x_amzn_mtls_clientcert_serial_number.header_name"),
      text(
          request + "MtlsClientcertSubjectHeaderName",
          "routing.http.request.x_amzn_mtls_clientcert_subject.header_name"),
      text(
          request + "MtlsClientcertValidityHeaderName",
          "routing.http.request.x_amzn_mtls_clientcert_validity.header_name"),
      text(
          request + "TlsCipherSuiteHeaderName",
          "routing.http.request.x_amzn_tls_cipher_suite.header_name"),
      text(request + "TlsVersionHeaderName", "routing.http.request.x_amzn_tls_version.header_name"),
      text(
          response + "AccessControlAllowCredentialsHeaderValue",
          "routing.http.response.access_control_allow_credentials.header_value"),
      text(
          response + "AccessControlAllowHeadersHeaderValue",
          "routing.http.response.access_control_allow_headers.header_value"),
      text(
          response + "AccessControlAllowMethodsHeaderValue",
          "routing.http.response.access_control_allow_methods.header_value"),
      text(
          response + "AccessControlAllowOriginHeaderValue",
          "routing.http.response.access_control_allow_origin.header_value"),
      text(
          response + "AccessControlExposeHeadersHeaderValue",
          "routing.http.response.access_control_expose_headers.header_value"),
      text(
          response + "AccessControlMaxAgeHeaderValue",
          "routing.http.response.access_control_max_age.header_value"),
      text(
          response + "ContentSecurityPolicyHeaderValue",
          "routing.http.response.content_security_policy.header_value"),
      yesNo(response + "ServerEnabled", "routing.http.response.server.enabled"),
      text(
          response + "StrictTransportSecurityHeaderValue",
          "routing.http.response.strict_transport_security.header_value"),
      text(
          response + "XContentTypeOptionsHeaderValue",
          "routing.http.response.x_content_type_options.header_value"),
      text(
          response + "XFrameOptionsHeaderValue",
          "routing.http.response.x_frame_options.header_value")
    };
  }
}
