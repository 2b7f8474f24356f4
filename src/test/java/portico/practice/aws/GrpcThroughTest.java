package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** gRPC: HTTP/2 from the client over TLS, HTTP/2 to the target, streams and trailers. */
@Timeout(60)
class GrpcThroughTest {
  private static final MethodDescriptor.Marshaller<String> TEXT =
      new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(String value) {
          return new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String parse(InputStream stream) {
          try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
        }
      };

  private static final MethodDescriptor<String, String> SAY =
      MethodDescriptor.<String, String>newBuilder()
          .setType(MethodDescriptor.MethodType.SERVER_STREAMING)
          .setFullMethodName("demo.Echo/Say")
          .setRequestMarshaller(TEXT)
          .setResponseMarshaller(TEXT)
          .build();

  @TempDir private Path folder;

  private static void say(String asked, StreamObserver<String> answer) {
    if (asked.equals("fail")) {
      answer.onError(Status.RESOURCE_EXHAUSTED.withDescription("too busy").asException());
      return;
    }
    answer.onNext(asked + " 1");
    answer.onNext(asked + " 2");
    answer.onCompleted();
  }

  @Test
  void streams_and_their_final_status_pass_through() throws Exception {
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(
                ServerServiceDefinition.builder("demo.Echo")
                    .addMethod(SAY, ServerCalls.asyncServerStreamingCall(GrpcThroughTest::say))
                    .build())
            .build()
            .start();
    try (PlaneScene scene = new PlaneScene(folder)) {
      TargetGroup group =
          scene.group(
              "grpc", r -> r.protocolVersion("GRPC").healthCheckPath("/AWS.ALB/healthcheck"));
      String domain = scene.listenSecurely(443, group);
      scene.register(group, List.of(server.getPort()));
      PlaneScene.await(() -> scene.states(group).contains("healthy"));
      ManagedChannel channel = channel(scene, domain);
      try {
        List<String> answers = new ArrayList<>();
        ClientCalls.blockingServerStreamingCall(channel, SAY, CallOptions.DEFAULT, "hi")
            .forEachRemaining(answers::add);
        assertThat(answers).containsExactly("hi 1", "hi 2");
        assertThatThrownBy(
                () ->
                    ClientCalls.blockingServerStreamingCall(
                            channel, SAY, CallOptions.DEFAULT, "fail")
                        .next())
            .isInstanceOf(StatusRuntimeException.class)
            .hasMessage("RESOURCE_EXHAUSTED: too busy");
      } finally {
        channel.shutdownNow();
      }
    } finally {
      server.shutdownNow();
    }
  }

  private static ManagedChannel channel(PlaneScene scene, String domain) throws IOException {
    Path authority = scene.simulation.aws.certificateAuthority().orElseThrow();
    return NettyChannelBuilder.forAddress(scene.address(443).orElseThrow())
        .overrideAuthority(domain)
        .sslContext(GrpcSslContexts.forClient().trustManager(authority.toFile()).build())
        .keepAliveTimeout(20, TimeUnit.SECONDS)
        .build();
  }
}
