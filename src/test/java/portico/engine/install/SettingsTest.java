package portico.engine.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Path HOME = Path.of("/home/me");
  private static final Platform LINUX = Platform.of("Linux", "amd64");

  @Test
  void the_standard_addresses_are_those_of_pulumis_download_host() {
    EngineSettings settings = EngineSettings.standard(HOME, LINUX, Map.of());

    assertThat(settings.archive())
        .hasToString("https://get.pulumi.com/releases/sdk/pulumi-v3.259.0-linux-x64.tar.gz");
    assertThat(settings.checksums())
        .hasToString("https://get.pulumi.com/releases/sdk/pulumi-3.259.0-checksums.txt");
  }

  @Test
  void each_system_has_its_archive() {
    assertThat(Platform.of("Windows 11", "amd64").archiveName(EngineVersion.PINNED))
        .isEqualTo("pulumi-v3.259.0-windows-x64.zip");
    assertThat(Platform.of("Mac OS X", "aarch64").archiveName(EngineVersion.PINNED))
        .isEqualTo("pulumi-v3.259.0-darwin-arm64.tar.gz");
  }

  @Test
  void the_cache_follows_the_systems_convention() {
    assertThat(EngineSettings.standard(HOME, LINUX, Map.of()).installInto())
        .isEqualTo(Path.of("/home/me/.cache/portico/engine"));
    assertThat(
            EngineSettings.standard(HOME, LINUX, Map.of("XDG_CACHE_HOME", "/var/c")).installInto())
        .isEqualTo(Path.of("/var/c/portico/engine"));
    assertThat(
            EngineSettings.standard(HOME, Platform.of("Mac OS X", "aarch64"), Map.of())
                .installInto())
        .isEqualTo(Path.of("/home/me/Library/Caches/portico/engine"));
  }

  @Test
  void the_old_folder_stays_a_cache_when_another_is_chosen() {
    EngineSettings settings = EngineSettings.standard(HOME, LINUX, Map.of());

    assertThat(settings.withInstallInto(Path.of("/opt/engines")))
        .satisfies(
            changed -> assertThat(changed.installInto()).isEqualTo(Path.of("/opt/engines")),
            changed -> assertThat(changed.caches()).containsExactly(settings.installInto()));
  }

  @Test
  void the_proxy_of_the_environment_is_used_but_not_for_this_machine_or_the_excluded() {
    var proxies =
        new EnvironmentProxies(
            EngineSettings.standard(
                HOME,
                LINUX,
                Map.of("HTTPS_PROXY", "http://me:word@proxy:3128", "NO_PROXY", "a.b,.example")));
    var proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy", 3128));

    assertThat(proxies.select(URI.create("https://get.pulumi.com/x"))).containsExactly(proxy);
    assertThat(proxies.select(URI.create("https://c.a.b/x"))).containsExactly(Proxy.NO_PROXY);
    assertThat(proxies.select(URI.create("https://c.example"))).containsExactly(Proxy.NO_PROXY);
    assertThat(proxies.select(URI.create("https://xa.b/x"))).containsExactly(proxy);
    assertThat(proxies.select(URI.create("https://127.0.0.1/"))).containsExactly(Proxy.NO_PROXY);
  }
}
