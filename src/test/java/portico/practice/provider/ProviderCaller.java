package portico.practice.provider;

import com.google.protobuf.ByteString;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ErrorResourceInitFailed;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.ResourceProviderGrpc;

/** Calls a provider as the engine does, with one resource called "res" of each type. */
final class ProviderCaller implements AutoCloseable {
  static final String LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
  static final String TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
  static final String LISTENER = "aws:lb/listener:Listener";
  static final String RULE = "aws:lb/listenerRule:ListenerRule";
  static final String CERTIFICATE = "aws:lb/listenerCertificate:ListenerCertificate";
  static final String ATTACHMENT = "aws:lb/targetGroupAttachment:TargetGroupAttachment";
  static final String PERMISSION = "aws:lambda/permission:Permission";
  static final String WEB_ACL = "aws:wafv2/webAclAssociation:WebAclAssociation";
  static final String RECORD = "aws:route53/record:Record";
  static final String SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup";
  static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

  private final ManagedChannel channel;
  private final ResourceProviderGrpc.ResourceProviderBlockingStub stub;

  ProviderCaller(BundledProvider provider) {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), provider.port());
    this.channel = NettyChannelBuilder.forAddress(address).usePlaintext().build();
    this.stub = ResourceProviderGrpc.newBlockingStub(channel);
  }

  ResourceProviderGrpc.ResourceProviderBlockingStub stub() {
    return stub;
  }

  void configure(PropertyMap settings) {
    stub.configure(ConfigureRequest.newBuilder().setArgs(Wire.encode(settings)).build());
  }

  CheckResponse check(String type, PropertyMap inputs) {
    return check(type, inputs, PropertyMap.EMPTY);
  }

  CheckResponse check(String type, PropertyMap inputs, PropertyMap earlier) {
    return stub.check(
        CheckRequest.newBuilder()
            .setUrn(urn(type))
            .setOlds(Wire.encode(earlier))
            .setNews(Wire.encode(inputs))
            .setRandomSeed(ByteString.copyFrom(new byte[] {1, 35, 69, 103, -119}))
            .build());
  }

  /** The inputs as the engine would pass them on; there must be no failures. */
  PropertyMap checked(String type, PropertyMap inputs) {
    CheckResponse response = check(type, inputs);
    if (response.getFailuresCount() > 0) {
      throw new AssertionError(response.getFailuresList().toString());
    }
    return Wire.decode(response.getInputs());
  }

  /** Failures of a check: reasons by property. */
  Map<String, String> failures(String type, PropertyMap inputs) {
    Map<String, String> failures = new TreeMap<>();
    check(type, inputs)
        .getFailuresList()
        .forEach(failure -> failures.put(failure.getProperty(), failure.getReason()));
    return failures;
  }

  DiffResponse diff(String type, PropertyMap state, PropertyMap inputs) {
    return stub.diff(
        DiffRequest.newBuilder()
            .setId("id")
            .setUrn(urn(type))
            .setOlds(Wire.encode(state))
            .setOldInputs(Struct.getDefaultInstance())
            .setNews(Wire.encode(inputs))
            .build());
  }

  PropertyMap previewed(String type, PropertyMap inputs) {
    return Wire.decode(
        stub.create(creation(type, inputs).setPreview(true).build()).getProperties());
  }

  CreateResponse create(String type, PropertyMap inputs) {
    return stub.create(creation(type, inputs).build());
  }

  CreateResponse createWithin(Duration limit, String type, PropertyMap inputs) {
    return stub.withDeadlineAfter(limit).create(creation(type, inputs).build());
  }

  PropertyMap update(String type, String id, PropertyMap state, PropertyMap inputs) {
    return Wire.decode(
        stub.update(
                UpdateRequest.newBuilder()
                    .setId(id)
                    .setUrn(urn(type))
                    .setOlds(Wire.encode(state))
                    .setNews(Wire.encode(inputs))
                    .build())
            .getProperties());
  }

  ReadResponse read(String type, String id, PropertyMap state, PropertyMap inputs) {
    return stub.read(
        ReadRequest.newBuilder()
            .setId(id)
            .setUrn(urn(type))
            .setProperties(Wire.encode(state))
            .setInputs(Wire.encode(inputs))
            .build());
  }

  void delete(String type, String id, PropertyMap state) {
    stub.delete(
        DeleteRequest.newBuilder()
            .setId(id)
            .setUrn(urn(type))
            .setProperties(Wire.encode(state))
            .build());
  }

  void cancel() {
    stub.cancel(Empty.getDefaultInstance());
  }

  /** The part of an error that makes the engine keep the resource. */
  static ErrorResourceInitFailed kept(Throwable error) throws Exception {
    com.google.rpc.Status status = StatusProto.fromThrowable(error);
    if (status == null || status.getDetailsCount() == 0) {
      throw new AssertionError("no details in " + error, error);
    }
    return status.getDetails(0).unpack(ErrorResourceInitFailed.class);
  }

  static Status.Code code(Throwable error) {
    return error instanceof StatusRuntimeException status
        ? status.getStatus().getCode()
        : Status.Code.OK;
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  private static CreateRequest.Builder creation(String type, PropertyMap inputs) {
    return CreateRequest.newBuilder().setUrn(urn(type)).setProperties(Wire.encode(inputs));
  }

  private static String urn(String type) {
    return "urn:pulumi:stack::project::" + type + "::res";
  }
}
