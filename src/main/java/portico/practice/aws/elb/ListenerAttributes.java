package portico.practice.aws.elb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Listener;

/** Attributes of listeners (API_ListenerAttribute): headers that are added to answers. */
final class ListenerAttributes {
  private static final Attributes HTTP = answers();
  private static final Attributes HTTPS = requests();

  private ListenerAttributes() {}

  private static Attributes answers() {
    Attributes known =
        new Attributes("Listener").words("routing.http.response.server.enabled", "true", "false");
    for (String name :
        List.of(
            "strict_transport_security",
            "access_control_allow_origin",
            "access_control_allow_methods",
            "access_control_allow_headers",
            "access_control_allow_credentials",
            "access_control_expose_headers",
            "access_control_max_age",
            "content_security_policy",
            "x_content_type_options",
            "x_frame_options")) {
      known.text("routing.http.response." + name + ".header_value", "", ".{0,1024}");
    }
    return known;
  }

  private static Attributes requests() {
    Attributes known = answers();
    for (String name :
        List.of(
            "x_amzn_mtls_clientcert_serial_number",
            "x_amzn_mtls_clientcert_issuer",
            "x_amzn_mtls_clientcert_subject",
            "x_amzn_mtls_clientcert_validity",
            "x_amzn_mtls_clientcert_leaf",
            "x_amzn_mtls_clientcert",
            "x_amzn_tls_version",
            "x_amzn_tls_cipher_suite")) {
      known.text("routing.http.request." + name + ".header_name", "", "[A-Za-z0-9_-]{0,40}");
    }
    return known;
  }

  private static Attributes known(Listener listener) {
    return listener.protocol().equals("HTTPS") ? HTTPS : HTTP;
  }

  static void describe(Call call, Parameters parameters, Xml xml) {
    Listener listener = Find.listener(call, parameters);
    Attributes.write(known(listener).over(listener.attributes()), xml);
  }

  static void modify(Call call, Parameters parameters, Xml xml) {
    Listener listener = Find.listener(call, parameters);
    Map<String, String> changed = new LinkedHashMap<>(listener.attributes());
    changed.putAll(known(listener).changes(parameters));
    call.state().listeners().put(listener.arn(), listener.with(changed));
    Attributes.write(known(listener).over(changed), xml);
  }
}
