package portico.engine.worker;

import io.grpc.ForwardingChannelBuilder2;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ManagedChannelProvider;
import io.grpc.ManagedChannelRegistry;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;

/**
 * The connections that a program opens to the engine: without debugging messages ({@link
 * DebugSilence}), and closed once the program has run. com.pulumi:pulumi leaves them open, and the
 * engine's gRPC library waits a second for them to be closed before it ends.
 */
final class ProgramChannels extends ManagedChannelProvider implements ServerInterceptor {
  /** Above that of the library's own provider, which is 5. */
  private static final int PRIORITY = 10;

  private static final String RUN = "pulumirpc.LanguageRuntime/Run";

  private final Queue<ManagedChannel> open = new ArrayDeque<>();

  /** Call before the first channel is opened. */
  static ProgramChannels install() {
    ProgramChannels channels = new ProgramChannels();
    ManagedChannelRegistry.getDefaultRegistry().register(channels);
    return channels;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (!call.getMethodDescriptor().getFullMethodName().equals(RUN)) {
      return next.startCall(call, headers);
    }
    return next.startCall(
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            super.close(status, trailers);
            shutdown();
          }
        },
        headers);
  }

  /** Calls still in flight may end. */
  private synchronized void shutdown() {
    while (!open.isEmpty()) {
      open.remove().shutdown();
    }
  }

  private synchronized ManagedChannel remember(ManagedChannel channel) {
    open.add(channel);
    return channel;
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
  protected ManagedChannelBuilder<?> builderForAddress(String name, int port) {
    return new Remembered(NettyChannelBuilder.forAddress(name, port));
  }

  @Override
  protected ManagedChannelBuilder<?> builderForTarget(String target) {
    return new Remembered(NettyChannelBuilder.forTarget(target));
  }

  @Override
  protected Collection<Class<? extends SocketAddress>> getSupportedSocketAddressTypes() {
    return List.of(InetSocketAddress.class);
  }

  private final class Remembered extends ForwardingChannelBuilder2<Remembered> {
    private final ManagedChannelBuilder<?> builder;

    Remembered(ManagedChannelBuilder<?> builder) {
      this.builder = builder.intercept(new DebugSilence());
    }

    @Override
    protected ManagedChannelBuilder<?> delegate() {
      return builder;
    }

    @Override
    public ManagedChannel build() {
      return remember(super.build());
    }
  }
}
