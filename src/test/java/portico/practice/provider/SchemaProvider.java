package portico.practice.provider;

import io.grpc.BindableService;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import pulumirpc.Provider.GetSchemaResponse;
import pulumirpc.ResourceProviderGrpc;

/**
 * The bundled provider with a schema. A program in YAML, other than one in Java, is checked against
 * the provider's schema before it runs.
 */
public final class SchemaProvider implements AutoCloseable {
  private final Server server;

  private SchemaProvider(Server server) {
    this.server = server;
  }

  /** Starts on 127.0.0.1, on any free port. */
  public static SchemaProvider start(ProviderClients clients, String schema) throws IOException {
    BindableService provider =
        new ProviderService(
            clients, ProviderTiming.defaults(), new CallsInFlight(), BundledProvider.kinds());
    InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    return new SchemaProvider(
        NettyServerBuilder.forAddress(new InetSocketAddress(loopback, 0))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .addService(ServerInterceptors.intercept(provider, new SchemaAnswer(schema)))
            .build()
            .start());
  }

  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  /** Answers the one call that the bundled provider does not. */
  private record SchemaAnswer(String schema) implements ServerInterceptor {
    @Override
    public <A, B> ServerCall.Listener<A> interceptCall(
        ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
      if (!call.getMethodDescriptor()
          .getFullMethodName()
          .equals(ResourceProviderGrpc.getGetSchemaMethod().getFullMethodName())) {
        return next.startCall(call, headers);
      }
      call.request(1);
      return new ServerCall.Listener<>() {
        @Override
        @SuppressWarnings("unchecked")
        public void onHalfClose() {
          call.sendHeaders(new Metadata());
          call.sendMessage((B) GetSchemaResponse.newBuilder().setSchema(schema).build());
          call.close(io.grpc.Status.OK, new Metadata());
        }
      };
    }
  }
}
