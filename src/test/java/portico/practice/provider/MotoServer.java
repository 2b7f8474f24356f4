package portico.practice.provider;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.wafv2.Wafv2Client;

/** A mock of AWS in a process of its own, with a default VPC, on a free port of 127.0.0.1. */
final class MotoServer implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final Process process;
  private final Ec2Client ec2;
  private final ElasticLoadBalancingV2Client elb;
  private final LambdaClient lambda;
  private final Wafv2Client waf;
  private final AcmClient acm;

  private MotoServer(Process process, URI endpoint) {
    this.process = process;
    StaticCredentialsProvider credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("testing", "testing"));
    ClientOverrideConfiguration limits =
        ClientOverrideConfiguration.builder().apiCallTimeout(Duration.ofSeconds(30)).build();
    this.ec2 =
        Ec2Client.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(credentials)
            .overrideConfiguration(limits)
            .build();
    this.elb =
        ElasticLoadBalancingV2Client.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(credentials)
            .overrideConfiguration(limits)
            .build();
    this.lambda =
        LambdaClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(credentials)
            .overrideConfiguration(limits)
            .build();
    this.waf =
        Wafv2Client.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(credentials)
            .overrideConfiguration(limits)
            .build();
    this.acm =
        AcmClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(credentials)
            .overrideConfiguration(limits)
            .build();
  }

  static MotoServer start() throws IOException, InterruptedException {
    int port = freePort();
    Process process =
        new ProcessBuilder(
                "python3", "-m", "moto.server", "-H", "127.0.0.1", "-p", Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    awaitListening(process, port);
    return new MotoServer(process, URI.create("http://127.0.0.1:" + port));
  }

  ProviderClients clients() {
    return new ProviderClients(ec2, elb, lambda, waf, new FakeRoute53(), new FakeS3(), "us-east-1");
  }

  /** ARN of a new certificate. */
  String certificate(String domain) {
    return acm.requestCertificate(request -> request.domainName(domain)).certificateArn();
  }

  @Override
  public void close() {
    acm.close();
    ec2.close();
    elb.close();
    lambda.close();
    waf.close();
    process.destroyForcibly();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitListening(Process process, int port)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < end) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException _) {
        if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
          throw new IOException(
              "moto ended with code " + process.exitValue() + "; is it installed?");
        }
      }
    }
    process.destroyForcibly();
    throw new IOException("moto did not listen on port " + port);
  }
}
