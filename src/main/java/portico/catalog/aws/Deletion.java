package portico.catalog.aws;

import static portico.catalog.aws.AwsService.EC2;
import static portico.catalog.aws.AwsService.ELB;

import java.util.Optional;
import java.util.function.Function;
import portico.catalog.Answer;
import portico.catalog.CatalogFailure;
import portico.catalog.OwnedResource;
import portico.catalog.Removal.Reason;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ResourceInUseException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;

/** One try to delete one resource. Trying again what is already gone is no error. */
final class Deletion {
  /** How far a try came. */
  sealed interface Step {
    record Gone() implements Step {}

    /** Worth another try. */
    record Waiting(Reason reason) implements Step {}

    record Refused(Reason reason) implements Step {}
  }

  private final AwsClients clients;
  private final boolean withLogs;

  /**
   * @param withLogs whether buckets that hold objects are emptied
   */
  Deletion(AwsClients clients, boolean withLogs) {
    this.clients = clients;
    this.withLogs = withLogs;
  }

  Step of(OwnedResource resource) {
    return switch (resource.kind()) {
      case LOAD_BALANCER -> step(ELB, "DeleteLoadBalancer", call -> balancer(call, resource.id()));
      case TARGET_GROUP -> step(ELB, "DeleteTargetGroup", call -> targetGroup(call, resource.id()));
      case SECURITY_GROUP_RULE ->
          step(EC2, "DescribeSecurityGroupRules", call -> rule(call, resource.id()));
      case SECURITY_GROUP ->
          step(EC2, "DeleteSecurityGroup", call -> securityGroup(call, resource.id()));
      case LOG_BUCKET ->
          step(
              AwsService.S3,
              "DeleteBucket",
              call -> new LogBuckets(clients).delete(call, resource.id(), withLogs));
    };
  }

  private Step step(AwsService service, String operation, Function<AwsCall, Step> work) {
    return switch (AwsCall.answer(clients, service, operation, work)) {
      case Answer.Found<Step>(Step step) -> step;
      case Answer.Failed<Step>(CatalogFailure failure) -> failed(failure);
    };
  }

  private static Step failed(CatalogFailure failure) {
    var reason = new Reason.Refused(failure);
    return switch (failure) {
      case CatalogFailure.Throttled t -> new Step.Waiting(reason);
      case CatalogFailure.Unreachable u -> new Step.Waiting(reason);
      case CatalogFailure.NoCredentials n -> new Step.Refused(reason);
      case CatalogFailure.UnknownProfile u -> new Step.Refused(reason);
      case CatalogFailure.ExpiredCredentials e -> new Step.Refused(reason);
      case CatalogFailure.MfaCodeNeeded m -> new Step.Refused(reason);
      case CatalogFailure.InvalidCredentials i -> new Step.Refused(reason);
      case CatalogFailure.AccessDenied a -> new Step.Refused(reason);
      case CatalogFailure.RegionNotEnabled r -> new Step.Refused(reason);
      case CatalogFailure.ClockSkew c -> new Step.Refused(reason);
      case CatalogFailure.ServiceError s -> new Step.Refused(reason);
    };
  }

  /** Deleting is asynchronous: gone is what AWS no longer describes. */
  private Step balancer(AwsCall call, String arn) {
    try {
      call.of(
          ELB,
          "DeleteLoadBalancer",
          () -> clients.elb().deleteLoadBalancer(request -> request.loadBalancerArn(arn)));
      call.of(
          ELB,
          "DescribeLoadBalancers",
          () -> clients.elb().describeLoadBalancers(request -> request.loadBalancerArns(arn)));
      return new Step.Waiting(new Reason.OutOfTime());
    } catch (LoadBalancerNotFoundException e) {
      return new Step.Gone();
    } catch (ResourceInUseException e) {
      return new Step.Waiting(new Reason.StillInUse(e.awsErrorDetails().errorMessage()));
    }
  }

  private Step targetGroup(AwsCall call, String arn) {
    try {
      call.of(
          ELB,
          "DeleteTargetGroup",
          () -> clients.elb().deleteTargetGroup(request -> request.targetGroupArn(arn)));
      return new Step.Gone();
    } catch (TargetGroupNotFoundException e) {
      return new Step.Gone();
    } catch (ResourceInUseException e) {
      return new Step.Waiting(new Reason.StillInUse(e.awsErrorDetails().errorMessage()));
    }
  }

  private Step rule(AwsCall call, String id) {
    return ec2(
        () -> {
          var rules =
              call.of(
                      EC2,
                      "DescribeSecurityGroupRules",
                      () ->
                          clients
                              .ec2()
                              .describeSecurityGroupRules(
                                  request -> request.securityGroupRuleIds(id)))
                  .securityGroupRules();
          rules.forEach(rule -> revoke(call, rule.groupId(), id, rule.isEgress()));
        });
  }

  private void revoke(AwsCall call, String group, String id, boolean egress) {
    if (egress) {
      call.of(
          EC2,
          "RevokeSecurityGroupEgress",
          () ->
              clients
                  .ec2()
                  .revokeSecurityGroupEgress(
                      request -> request.groupId(group).securityGroupRuleIds(id)));
    } else {
      call.of(
          EC2,
          "RevokeSecurityGroupIngress",
          () ->
              clients
                  .ec2()
                  .revokeSecurityGroupIngress(
                      request -> request.groupId(group).securityGroupRuleIds(id)));
    }
  }

  private Step securityGroup(AwsCall call, String id) {
    return ec2(
        () ->
            call.of(
                EC2,
                "DeleteSecurityGroup",
                () -> clients.ec2().deleteSecurityGroup(request -> request.groupId(id))));
  }

  /** EC2 has no exception classes: its codes tell. */
  private static Step ec2(Runnable deletion) {
    try {
      deletion.run();
      return new Step.Gone();
    } catch (Ec2Exception e) {
      var details = Optional.ofNullable(e.awsErrorDetails());
      String code = details.map(known -> known.errorCode()).orElse("");
      if (code.endsWith(".NotFound")) {
        return new Step.Gone();
      }
      if (code.equals("DependencyViolation") || code.equals("InvalidGroup.InUse")) {
        return new Step.Waiting(
            new Reason.StillInUse(details.map(known -> known.errorMessage()).orElse(code)));
      }
      throw e;
    }
  }
}
