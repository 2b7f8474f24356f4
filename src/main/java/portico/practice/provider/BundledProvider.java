package portico.practice.provider;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A running provider for the Pulumi package {@code aws}. An engine started with the environment
 * variable {@code PULUMI_DEBUG_PROVIDERS=aws:<port>} uses it instead of the official plugin. One
 * provider may serve several runs, one after another.
 */
public final class BundledProvider implements AutoCloseable {
  /** Of {@code com.pulumi:aws} and of the official plugin that this provider stands in for. */
  public static final String VERSION = ProviderService.VERSION;

  private static final Duration CLOSING = Duration.ofSeconds(5);
  private static final int LARGEST_MESSAGE = 64 << 20;

  private final Server server;
  private final ExecutorService executor;
  private final ProviderService service;
  private final CallsInFlight inFlight;

  private BundledProvider(
      Server server, ExecutorService executor, ProviderService service, CallsInFlight inFlight) {
    this.server = server;
    this.executor = executor;
    this.service = service;
    this.inFlight = inFlight;
  }

  /**
   * Starts to listen on 127.0.0.1 only, on any free port. The clients stay the caller's.
   *
   * @throws IOException when no port can be had
   */
  public static BundledProvider start(ProviderClients clients, ProviderTiming timing)
      throws IOException {
    CallsInFlight inFlight = new CallsInFlight();
    ProviderService service = new ProviderService(clients, timing, inFlight, kinds());
    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    try {
      Server server =
          NettyServerBuilder.forAddress(new InetSocketAddress(loopback, 0))
              .executor(executor)
              .maxInboundMessageSize(LARGEST_MESSAGE)
              .addService(service)
              .build()
              .start();
      return new BundledProvider(server, executor, service, inFlight);
    } catch (IOException e) {
      executor.close();
      throw e;
    }
  }

  public int port() {
    return server.getPort();
  }

  /** How many create, update and delete calls run now. */
  public int callsInFlight() {
    return inFlight.count();
  }

  /** Waits until no create, update or delete call runs; false when the limit passes first. */
  public boolean awaitIdle(Duration limit) throws InterruptedException {
    return inFlight.awaitIdle(limit);
  }

  /** Ends the waits of running calls, gives them a few seconds to answer, and stops listening. */
  @Override
  public void close() {
    server.shutdown();
    service.cancelWaits();
    try {
      if (!server.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
        server.shutdownNow();
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
    executor.shutdownNow();
  }

  static Map<String, ResourceKind> kinds() {
    List<ResourceKind> kinds =
        List.of(
            new LoadBalancerType(),
            new TargetGroupType(),
            new ListenerType(),
            new ListenerRuleType(),
            new ListenerCertificateType(),
            new TargetAttachmentType(),
            new LambdaPermissionType(),
            new WebAclAssociationType(),
            new AliasRecordType(),
            new BucketType(),
            new BucketPolicyType(),
            BucketSettingType.encryption(),
            BucketSettingType.lifecycle(),
            BucketSettingType.publicAccess(),
            new SecurityGroupType(),
            new SecurityGroupRuleType(Direction.INGRESS),
            new SecurityGroupRuleType(Direction.EGRESS));
    return kinds.stream().collect(Collectors.toMap(ResourceKind::token, Function.identity()));
  }
}
