package portico.engine.worker;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import portico.engine.CloudSession;
import portico.operation.ProviderKind;

/**
 * The environment variables of the engine's process, made from nothing: what the user's shell holds
 * for AWS or Pulumi must not turn an operation to another account, backend or stack.
 */
final class EngineEnvironment {
  /** What any program needs to run, to reach the network through a proxy and to know its user. */
  private static final Set<String> INHERITED =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "LANG",
          "LC_ALL",
          "TMPDIR",
          "TEMP",
          "TMP",
          "TZ",
          "SystemRoot",
          "SystemDrive",
          "ComSpec",
          "PATHEXT",
          "USERPROFILE",
          "APPDATA",
          "LOCALAPPDATA",
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "NO_PROXY",
          "http_proxy",
          "https_proxy",
          "no_proxy",
          "SSL_CERT_FILE",
          "SSL_CERT_DIR");

  private EngineEnvironment() {}

  static Map<String, String> of(
      Job job, CloudSession session, OptionalInt providerPort, Map<String, String> own) {
    Map<String, String> environment = new HashMap<>();
    own.forEach(
        (name, value) -> {
          if (INHERITED.contains(name)) {
            environment.put(name, value);
          }
        });
    environment.put("PULUMI_HOME", job.home().pulumiHome().toString());
    environment.put("PULUMI_BACKEND_URL", backendUrl(job));
    environment.put("PULUMI_CONFIG_PASSPHRASE_FILE", job.home().passphraseFile().toString());
    environment.put("PULUMI_STACK", job.request().environment().value());
    environment.put("PULUMI_SKIP_UPDATE_CHECK", "true");
    environment.put("PULUMI_AUTOMATION_API_SKIP_VERSION_CHECK", "true");
    environment.put("PULUMI_LOG_ROTATION_MAX_TOTAL_MB", "50");
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    if (job.request().provider() == ProviderKind.BUNDLED) {
      environment.put("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true");
      environment.put("PULUMI_DEBUG_PROVIDERS", "aws:" + providerPort.orElseThrow());
    } else {
      environment.putAll(session.pluginEnvironment());
    }
    return environment;
  }

  /**
   * {@code file:///C:/...} is misread by some CLI versions on Windows (pulumi#24627); this form is
   * not.
   */
  private static String backendUrl(Job job) {
    String path = job.stateFolder().toString().replace('\\', '/');
    return "file://" + path;
  }
}
