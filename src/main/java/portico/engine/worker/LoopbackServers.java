package portico.engine.worker;

import io.grpc.ServerBuilder;
import io.grpc.ServerProvider;
import io.grpc.ServerRegistry;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Makes every gRPC server of this process listen on the loopback address alone. The one that
 * com.pulumi:pulumi starts for its program would listen on all addresses, without any
 * authentication.
 */
final class LoopbackServers extends ServerProvider {
  /** Above that of the library's own provider, which is 5. */
  private static final int PRIORITY = 10;

  private final ProgramChannels channels;

  private LoopbackServers(ProgramChannels channels) {
    this.channels = channels;
  }

  /** Call before the first server is started. */
  static void install() {
    ServerRegistry.getDefaultRegistry().register(new LoopbackServers(ProgramChannels.install()));
  }

  @Override
  protected boolean isAvailable() {
    return true;
  }

  @Override
  protected int priority() {
    return PRIORITY;
  }

  @Override
  protected ServerBuilder<?> builderForPort(int port) {
    return NettyServerBuilder.forAddress(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        .intercept(channels);
  }
}
