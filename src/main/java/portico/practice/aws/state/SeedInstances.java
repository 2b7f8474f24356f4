package portico.practice.aws.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Seeds instances, each with what it pretends to serve. */
final class SeedInstances {
  private static final Instant LAUNCHED = Instant.parse("2026-10-05T08:30:00Z");
  private static final List<String> VLLM =
      List.of("/health", "/ping", "/metrics", "/v1/models", "/v1/chat/completions");

  private final RegionState state;
  private final SeedIds ids;

  SeedInstances(RegionState state) {
    this.state = state;
    this.ids = new SeedIds(state.region());
  }

  /** A small web server in the default VPC. */
  void webDemo(String group) {
    Served web = new Served(80, Behaviour.ANSWERS, List.of("/", "/health"));
    add("web-demo", "t3.micro", InstanceState.RUNNING, "default-a", "172.31.0.20", group, web);
  }

  /** The servers of the VPC ml-platform: good ones, and one for each common fault. */
  void inference(String open, String locked) {
    Served vllm = new Served(8000, Behaviour.ANSWERS, VLLM);
    gpu("vllm-llama-3-8b-a", "g5.xlarge", "a", "10.20.16.11", open, vllm);
    gpu("vllm-llama-3-8b-b", "g5.xlarge", "b", "10.20.32.11", open, vllm);
    Served triton =
        new Served(8000, Behaviour.ANSWERS, List.of("/v2/health/ready", "/v2/health/live"));
    Served metrics = new Served(8002, Behaviour.ANSWERS, List.of("/metrics"));
    gpu("triton-ensemble", "g4dn.2xlarge", "c", "10.20.48.11", open, triton, metrics);
    Served ollama = new Served(11434, Behaviour.LOCAL_ONLY, List.of("/", "/api/version"));
    gpu("ollama-dev", "g4dn.xlarge", "a", "10.20.16.12", open, ollama);
    Served sglang = new Served(30000, Behaviour.LOADING, List.of("/ping", "/health"));
    gpu("sglang-mixtral", "g5.12xlarge", "d", "10.20.64.11", open, sglang);
    Served comfy = new Served(8188, Behaviour.ANSWERS, List.of("/", "/system_stats"));
    gpu("comfyui-render", "g5.2xlarge", "b", "10.20.32.12", locked, comfy);
    InstanceState stopped = InstanceState.STOPPED;
    String zoneA = "ml-platform-private-a";
    add("vllm-llama-3-70b", "g5.48xlarge", stopped, zoneA, "10.20.16.13", open, vllm);
    add("llama-cpp-spare", "g4dn.xlarge", stopped, zoneA, "10.20.16.14", open);
  }

  /** A server that no client outside its VPC can reach. */
  void isolated() {
    String group = ids.of("sg", "isolated/default");
    Served vllm = new Served(8000, Behaviour.ANSWERS, VLLM);
    InstanceState runs = InstanceState.RUNNING;
    add("offline-eval", "g5.xlarge", runs, "isolated-a", "10.30.0.10", group, vllm);
  }

  private void gpu(
      String name, String type, String zone, String ip, String group, Served... served) {
    String subnet = "ml-platform-private-" + zone;
    add(name, type, InstanceState.RUNNING, subnet, ip, group, served);
  }

  private void add(
      String name,
      String type,
      InstanceState instanceState,
      String subnetName,
      String ip,
      String group,
      Served... served) {
    Subnet subnet =
        Optional.ofNullable(state.subnets().get(ids.of("subnet", subnetName))).orElseThrow();
    String id = ids.of("i", name);
    String eni = ids.of("eni", name);
    boolean open = subnet.publicAddresses() && instanceState == InstanceState.RUNNING;
    Optional<String> publicIp = open ? Optional.of("203.0.113.20") : Optional.empty();
    List<String> groups = List.of(group);
    Map<String, String> tags = Map.of("Name", name);
    state
        .instances()
        .put(
            id,
            new Instance(
                id,
                type,
                instanceState,
                subnet.vpcId(),
                subnet.id(),
                subnet.zone(),
                ip,
                publicIp,
                groups,
                eni,
                LAUNCHED,
                List.of(served),
                tags));
    state
        .networkInterfaces()
        .put(
            eni,
            new NetworkInterface(
                eni,
                subnet.id(),
                subnet.vpcId(),
                subnet.zone(),
                ip,
                groups,
                "",
                Optional.of(id),
                Optional.empty(),
                Optional.empty()));
  }
}
