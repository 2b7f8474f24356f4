"""Goes the whole way with boto3 and prints "done"; any surprise is an error.

Usage: boto3_journey.py ENDPOINT
"""

import json
import sys
import time

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = sys.argv[1]
OPTIONS = dict(
    endpoint_url=ENDPOINT,
    region_name="us-west-2",
    aws_access_key_id="practice",
    aws_secret_access_key="practice",
    config=Config(retries={"max_attempts": 1}, connect_timeout=5, read_timeout=20),
)


def client(service):
    return boto3.client(service, **OPTIONS)


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        assert error.response["ResponseMetadata"]["RequestId"], error
        return
    raise AssertionError(f"not refused: {code}")


ec2, elb, acm, sts = client("ec2"), client("elbv2"), client("acm"), client("sts")
waf, iam, functions = client("wafv2"), client("iam"), client("lambda")
assert sts.get_caller_identity()["Account"] == "123456789012"
assert len(ec2.describe_regions()["Regions"]) == 3
assert len(acm.list_certificates()["CertificateSummaryList"]) == 5
arns = [c["CertificateArn"] for c in acm.list_certificates()["CertificateSummaryList"]]
assert acm.describe_certificate(CertificateArn=arns[0])["Certificate"]["NotAfter"].year >= 2026

names = [{"Name": "tag:Name", "Values": ["ml-platform"]}]
vpc = ec2.describe_vpcs(Filters=names)["Vpcs"][0]["VpcId"]
public = [{"Name": "vpc-id", "Values": [vpc]}, {"Name": "tag:Name", "Values": ["*-public-?"]}]
pages = ec2.get_paginator("describe_subnets").paginate(PaginationConfig={"PageSize": 5})
assert sum(len(page["Subnets"]) for page in pages) == 16
subnets = sorted(ec2.describe_subnets(Filters=public)["Subnets"], key=lambda s: s["AvailabilityZone"])
two = [s["SubnetId"] for s in subnets[:2]]
tables = ec2.describe_route_tables(Filters=[{"Name": "association.subnet-id", "Values": two}])
assert any(r.get("GatewayId", "").startswith("igw-") for r in tables["RouteTables"][0]["Routes"])

group = ec2.create_security_group(GroupName="boto", Description="boto3", VpcId=vpc)["GroupId"]
web = [{"IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "IpRanges": [{"CidrIp": "192.0.2.1/32"}]}]
added = ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=web)
assert added["SecurityGroupRules"][0]["CidrIpv4"] == "192.0.2.1/32"
refused("InvalidPermission.Duplicate", ec2.authorize_security_group_ingress, GroupId=group, IpPermissions=web)
refused("DryRunOperation", ec2.delete_security_group, GroupId=group, DryRun=True)

refused("ValidationError", elb.create_load_balancer, Name="boto", Subnets=two[:1])
balancer = elb.create_load_balancer(
    Name="boto", Subnets=two, SecurityGroups=[group], Tags=[{"Key": "k", "Value": "v"}]
)["LoadBalancers"][0]
arn = balancer["LoadBalancerArn"]
elb.get_waiter("load_balancer_available").wait(
    LoadBalancerArns=[arn], WaiterConfig={"Delay": 1, "MaxAttempts": 20}
)
elb.modify_load_balancer_attributes(
    LoadBalancerArn=arn, Attributes=[{"Key": "idle_timeout.timeout_seconds", "Value": "600"}]
)
target_group = elb.create_target_group(
    Name="boto", Protocol="HTTP", Port=8000, VpcId=vpc, HealthCheckPath="/health"
)["TargetGroups"][0]["TargetGroupArn"]
server = [{"Name": "tag:Name", "Values": ["vllm-llama-3-8b-a"]}]
instance = ec2.describe_instances(Filters=server)["Reservations"][0]["Instances"][0]["InstanceId"]
elb.register_targets(TargetGroupArn=target_group, Targets=[{"Id": instance}])
forward = [{"Type": "forward", "TargetGroupArn": target_group}]
listener = elb.create_listener(
    LoadBalancerArn=arn, Protocol="HTTP", Port=80, DefaultActions=forward
)["Listeners"][0]["ListenerArn"]
refused("DuplicateListener", elb.create_listener, LoadBalancerArn=arn, Protocol="HTTP", Port=80, DefaultActions=forward)
rule = elb.create_rule(
    ListenerArn=listener,
    Priority=1,
    Conditions=[{"Field": "path-pattern", "PathPatternConfig": {"Values": ["/v1/*"]}}],
    Actions=forward,
)["Rules"][0]
assert rule["Priority"] == "1" and rule["Conditions"][0]["Values"] == ["/v1/*"]
assert elb.describe_tags(ResourceArns=[arn])["TagDescriptions"][0]["Tags"] == [{"Key": "k", "Value": "v"}]
elb.get_waiter("target_in_service").wait(
    TargetGroupArn=target_group, WaiterConfig={"Delay": 1, "MaxAttempts": 20}
)
refused("ResourceInUse", elb.delete_target_group, TargetGroupArn=target_group)
refused("DependencyViolation", ec2.delete_security_group, GroupId=group)

def rule_with(priority, conditions, actions):
    made = elb.create_rule(
        ListenerArn=listener, Priority=priority, Conditions=conditions, Actions=actions
    )["Rules"][0]
    return elb.describe_rules(RuleArns=[made["RuleArn"]])["Rules"][0]


canary = elb.create_target_group(Name="canary", Protocol="HTTP", Port=8000, VpcId=vpc)
canary = canary["TargetGroups"][0]["TargetGroupArn"]
weighted = {
    "TargetGroups": [
        {"TargetGroupArn": target_group, "Weight": 9},
        {"TargetGroupArn": canary, "Weight": 1},
    ],
    "TargetGroupStickinessConfig": {"Enabled": True, "DurationSeconds": 60},
}
every = [
    {"Field": "host-header", "HostHeaderConfig": {"Values": ["*.example.com"]}},
    {"Field": "http-request-method", "HttpRequestMethodConfig": {"Values": ["POST"]}},
    {"Field": "http-header", "HttpHeaderConfig": {"HttpHeaderName": "X-Key", "Values": ["s3cret"]}},
    {"Field": "query-string", "QueryStringConfig": {"Values": [{"Key": "v", "Value": "1"}]}},
    {"Field": "source-ip", "SourceIpConfig": {"Values": ["192.0.2.0/24"]}},
]
told = rule_with(2, every, [{"Type": "forward", "ForwardConfig": weighted}])
assert told["Actions"][0]["ForwardConfig"] == weighted, told
assert told["Conditions"][2]["HttpHeaderConfig"]["HttpHeaderName"] == "X-Key", told
assert told["Conditions"][3]["QueryStringConfig"] == every[3]["QueryStringConfig"], told
path = [{"Field": "path-pattern", "Values": ["/old/*"]}]
redirect = {"Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"}
told = rule_with(3, path, [{"Type": "redirect", "RedirectConfig": redirect}])
assert told["Actions"][0]["RedirectConfig"]["Path"] == "/#{path}", told
fixed = {"StatusCode": "403", "ContentType": "text/plain", "MessageBody": "no key"}
told = rule_with(4, path, [{"Type": "fixed-response", "FixedResponseConfig": fixed}])
assert told["Actions"][0]["FixedResponseConfig"] == fixed, told
elb.set_rule_priorities(RulePriorities=[{"RuleArn": told["RuleArn"], "Priority": 40}])
order = [each["Priority"] for each in elb.describe_rules(ListenerArn=listener)["Rules"]]
assert order == ["1", "2", "3", "40", "default"], order
elb.delete_rule(RuleArn=told["RuleArn"])
limits = {each["Name"]: each["Max"] for each in elb.describe_account_limits()["Limits"]}
assert limits["rules-per-application-load-balancer"] == "100", limits

acl = waf.list_web_acls(Scope="REGIONAL")["WebACLs"][0]
assert waf.get_web_acl(Name=acl["Name"], Id=acl["Id"], Scope="REGIONAL")["WebACL"]["Rules"]
assert "WebACL" not in waf.get_web_acl_for_resource(ResourceArn=arn)
waf.associate_web_acl(WebACLArn=acl["ARN"], ResourceArn=arn)
assert waf.get_web_acl_for_resource(ResourceArn=arn)["WebACL"]["ARN"] == acl["ARN"]
waf.disassociate_web_acl(ResourceArn=arn)
refused("WAFNonexistentItemException", waf.associate_web_acl, WebACLArn=acl["ARN"], ResourceArn=arn + "0")

user = iam.get_user()["User"]["Arn"]
asked = dict(PolicySourceArn=user, ActionNames=["elasticloadbalancing:CreateRule", "ec2:DescribeVpcs"])


def decisions():
    results = iam.simulate_principal_policy(**asked)["EvaluationResults"]
    return [each["EvalDecision"] for each in results]


assert decisions() == ["allowed", "allowed"]
denial = '{"Statement":[{"Effect":"Deny","Action":"elasticloadbalancing:Create*","Resource":"*"}]}'
iam.put_user_policy(UserName="practice", PolicyName="no", PolicyDocument=denial)
assert decisions() == ["explicitDeny", "allowed"]
policy = iam.get_user_policy(UserName="practice", PolicyName="no")["PolicyDocument"]
assert policy["Statement"][0]["Effect"] == "Deny", policy
refused("AccessDenied", elb.create_target_group, Name="denied", Protocol="HTTP", Port=80, VpcId=vpc)
iam.delete_user_policy(UserName="practice", PolicyName="no")
refused("NoSuchEntity", iam.get_user, UserName="nobody")

function = functions.list_functions()["Functions"][0]
assert functions.get_function(FunctionName=function["FunctionArn"])["Configuration"] == function
invoked = elb.create_target_group(Name="function", TargetType="lambda")["TargetGroups"][0]["TargetGroupArn"]
target = dict(TargetGroupArn=invoked, Targets=[{"Id": function["FunctionArn"]}])
refused("AccessDenied", elb.register_targets, **target)
permission = dict(FunctionName=function["FunctionName"], StatementId="alb")
functions.add_permission(
    Action="lambda:InvokeFunction",
    Principal="elasticloadbalancing.amazonaws.com",
    SourceArn=invoked,
    **permission,
)
elb.register_targets(**target)
assert "AWS:SourceArn" in functions.get_policy(FunctionName=function["FunctionName"])["Policy"]
functions.remove_permission(**permission)
refused("ResourceNotFoundException", functions.get_policy, FunctionName=function["FunctionName"])
elb.delete_target_group(TargetGroupArn=invoked)

s3 = client("s3")
place = {"LocationConstraint": "us-west-2"}
s3.create_bucket(Bucket="boto-logs", CreateBucketConfiguration=place)
s3.head_bucket(Bucket="boto-logs")
access = [
    {"Key": "access_logs.s3.enabled", "Value": "true"},
    {"Key": "access_logs.s3.bucket", "Value": "boto-logs"},
]
refused(
    "InvalidConfigurationRequest",
    elb.modify_load_balancer_attributes,
    LoadBalancerArn=arn,
    Attributes=access,
)
writer = "logdelivery.elasticloadbalancing.amazonaws.com"
statement = {
    "Effect": "Allow",
    "Principal": {"Service": writer},
    "Action": "s3:PutObject",
    "Resource": "arn:aws:s3:::boto-logs/AWSLogs/123456789012/*",
}
refused("NoSuchBucketPolicy", s3.get_bucket_policy, Bucket="boto-logs")
s3.put_bucket_policy(Bucket="boto-logs", Policy=json.dumps({"Statement": [statement]}))
assert writer in s3.get_bucket_policy(Bucket="boto-logs")["Policy"]
expiry = {"ID": "old", "Status": "Enabled", "Filter": {"Prefix": ""}, "Expiration": {"Days": 9}}
s3.put_bucket_lifecycle_configuration(
    Bucket="boto-logs", LifecycleConfiguration={"Rules": [expiry]}
)
rules = s3.get_bucket_lifecycle_configuration(Bucket="boto-logs")["Rules"]
assert rules[0]["Expiration"]["Days"] == 9, rules
block = s3.get_public_access_block(Bucket="boto-logs")["PublicAccessBlockConfiguration"]
assert all(block.values()) and len(block) == 4, block
s3.put_public_access_block(Bucket="boto-logs", PublicAccessBlockConfiguration=block)
sse = s3.get_bucket_encryption(Bucket="boto-logs")["ServerSideEncryptionConfiguration"]
s3.put_bucket_encryption(Bucket="boto-logs", ServerSideEncryptionConfiguration=sse)
elb.modify_load_balancer_attributes(LoadBalancerArn=arn, Attributes=access)
refused("BucketNotEmpty", s3.delete_bucket, Bucket="boto-logs")
files = [{"Key": each["Key"]} for each in s3.list_objects_v2(Bucket="boto-logs")["Contents"]]
assert files == [{"Key": "AWSLogs/123456789012/ELBAccessLogTestFile"}], files
s3.delete_objects(Bucket="boto-logs", Delete={"Objects": files})
s3.delete_bucket(Bucket="boto-logs")

route53 = client("route53")
zone = route53.list_hosted_zones_by_name(DNSName="example.com")["HostedZones"][0]["Id"]
found = elb.describe_load_balancers(LoadBalancerArns=[arn])["LoadBalancers"][0]
record = {
    "Name": "boto.example.com",
    "Type": "A",
    "AliasTarget": {
        "HostedZoneId": found["CanonicalHostedZoneId"],
        "DNSName": found["DNSName"],
        "EvaluateTargetHealth": True,
    },
}


def batch(action):
    return {"Changes": [{"Action": action, "ResourceRecordSet": record}]}


made = route53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch=batch("CREATE"))
route53.get_waiter("resource_record_sets_changed").wait(
    Id=made["ChangeInfo"]["Id"], WaiterConfig={"Delay": 1, "MaxAttempts": 20}
)
refused(
    "InvalidChangeBatch",
    route53.change_resource_record_sets,
    HostedZoneId=zone,
    ChangeBatch=batch("CREATE"),
)
pages = route53.get_paginator("list_resource_record_sets").paginate(
    HostedZoneId=zone, PaginationConfig={"PageSize": 1}
)
listed = [each for page in pages for each in page["ResourceRecordSets"]]
assert [each["Type"] for each in listed] == ["NS", "SOA", "A"], listed
route53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch=batch("DELETE"))
assert route53.get_hosted_zone(Id=zone)["HostedZone"]["ResourceRecordSetCount"] == 2
refused("NoSuchHostedZone", route53.get_hosted_zone, Id="Z404")

elb.delete_load_balancer(LoadBalancerArn=arn)
elb.get_waiter("load_balancers_deleted").wait(
    LoadBalancerArns=[arn], WaiterConfig={"Delay": 1, "MaxAttempts": 20}
)
elb.delete_target_group(TargetGroupArn=target_group)
elb.delete_target_group(TargetGroupArn=canary)
for _ in range(50):
    try:
        ec2.delete_security_group(GroupId=group)
        break
    except ClientError as error:
        assert error.response["Error"]["Code"] == "DependencyViolation", error
        time.sleep(0.1)
refused("InvalidGroup.NotFound", ec2.describe_security_groups, GroupIds=[group])
print("done")
