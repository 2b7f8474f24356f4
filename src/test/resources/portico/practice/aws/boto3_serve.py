"""Puts a server of this machine behind a load balancer of the simulated AWS; prints "healthy".

Usage: boto3_serve.py PORT, with the variables that "portico practice serve" prints.
"""

import sys
import time

import boto3

PORT = int(sys.argv[1])
ec2, elb = boto3.client("ec2"), boto3.client("elbv2")

named = [{"Name": "tag:Name", "Values": ["ml-platform"]}]
vpc = ec2.describe_vpcs(Filters=named)["Vpcs"][0]["VpcId"]
names = [{"Name": "tag:Name", "Values": ["ml-platform-public-a", "ml-platform-public-b"]}]
subnets = [s["SubnetId"] for s in ec2.describe_subnets(Filters=names)["Subnets"]]
group = ec2.create_security_group(GroupName="lb", Description="lb", VpcId=vpc)["GroupId"]
ec2.authorize_security_group_ingress(
    GroupId=group, IpProtocol="tcp", FromPort=80, ToPort=80, CidrIp="0.0.0.0/0"
)
balancer = elb.create_load_balancer(Name="demo", Subnets=subnets, SecurityGroups=[group])
balancer_arn = balancer["LoadBalancers"][0]["LoadBalancerArn"]
targets = elb.create_target_group(
    Name="demo",
    Protocol="HTTP",
    Port=PORT,
    VpcId=vpc,
    TargetType="ip",
    HealthCheckPath="/index.html",
    HealthCheckIntervalSeconds=5,
    HealthCheckTimeoutSeconds=2,
)["TargetGroups"][0]["TargetGroupArn"]
elb.register_targets(TargetGroupArn=targets, Targets=[{"Id": "10.20.16.250", "Port": PORT}])
elb.create_listener(
    LoadBalancerArn=balancer_arn,
    Protocol="HTTP",
    Port=80,
    DefaultActions=[{"Type": "forward", "TargetGroupArn": targets}],
)
elb.get_waiter("load_balancer_available").wait(
    LoadBalancerArns=[balancer_arn], WaiterConfig={"Delay": 1, "MaxAttempts": 60}
)
for _ in range(60):
    health = elb.describe_target_health(TargetGroupArn=targets)["TargetHealthDescriptions"][0]
    if health["TargetHealth"]["State"] == "healthy":
        print("healthy")
        sys.exit(0)
    time.sleep(0.5)
sys.exit(f"not healthy: {health}")
