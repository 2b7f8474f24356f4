package portico.desktop.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.catalog.Answer;
import portico.catalog.Catalog;
import portico.catalog.CatalogFailure;
import portico.catalog.TargetHealth;
import portico.doctor.Diagnosis;
import portico.doctor.Doctor;
import portico.doctor.DoctorFacts;
import portico.doctor.ServerFacts;
import portico.environment.Environment;
import portico.environment.EnvironmentResource;
import portico.model.EnvironmentSpec;
import portico.model.TargetGroupSpec;
import portico.preset.Presets;

/** Looks at the targets of one environment, time after time. Blocks; one look at a time. */
final class Examiner {
  private static final String TARGET_GROUP_TYPE = "aws:lb/targetGroup:TargetGroup";

  /** Instances and security groups change seldom, so they are not read at every look. */
  private static final int LOOKS_BETWEEN_FACTS = 6;

  private final Environment environment;
  private final EnvironmentSpec spec;
  private final Catalog catalog;
  private final ServerFacts server;
  private Map<String, List<TargetHealth>> last = Map.of();
  private DoctorFacts facts = DoctorFacts.UNREAD;
  private int looks;

  Examiner(Environment environment, EnvironmentSpec spec, Catalog catalog) {
    this.environment = environment;
    this.spec = spec;
    this.catalog = catalog;
    this.server = ServerFacts.of(spec.service(), Presets.load());
  }

  Examination look() {
    Map<String, List<TargetHealth>> health = new LinkedHashMap<>();
    Optional<CatalogFailure> failure = Optional.empty();
    for (EnvironmentResource each : environment.resources()) {
      if (each.ref().type().equals(TARGET_GROUP_TYPE) && failure.isEmpty()) {
        switch (catalog.targetHealth(each.id())) {
          case Answer.Found<List<TargetHealth>>(var targets) ->
              health.put(each.ref().name(), targets);
          case Answer.Failed<List<TargetHealth>>(var why) -> failure = Optional.of(why);
        }
      }
    }
    return new Examination(health, diagnoses(health), failure);
  }

  private List<Diagnosis> diagnoses(Map<String, List<TargetHealth>> health) {
    boolean ill =
        health.values().stream()
            .flatMap(List::stream)
            .anyMatch(each -> !each.state().equals("healthy"));
    if (!ill) {
      return List.of();
    }
    if (!health.equals(last) || looks++ % LOOKS_BETWEEN_FACTS == 0) {
      facts =
          DoctorFacts.read(
              catalog,
              spec.loadBalancer().vpcId(),
              Optional.ofNullable(environment.outputs().get(Environment.SECURITY_GROUP_ID_OUTPUT)));
    }
    last = health;
    List<Diagnosis> diagnoses = new ArrayList<>();
    for (TargetGroupSpec group : spec.targetGroups()) {
      diagnoses.addAll(
          Doctor.examine(spec, group, health.getOrDefault(group.name(), List.of()), facts, server));
    }
    diagnoses.sort(
        Comparator.comparingInt(each -> each.health().state().equals("unhealthy") ? 0 : 1));
    return diagnoses;
  }

  void close() {
    catalog.close();
  }
}
