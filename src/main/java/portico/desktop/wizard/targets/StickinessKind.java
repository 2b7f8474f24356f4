package portico.desktop.wizard.targets;

import portico.model.Stickiness;

/** Whether a client keeps its target, and by whose cookie. */
public enum StickinessKind {
  OFF,
  LOAD_BALANCER_COOKIE,
  APPLICATION_COOKIE;

  static StickinessKind of(Stickiness stickiness) {
    return switch (stickiness) {
      case Stickiness.Off() -> OFF;
      case Stickiness.LoadBalancerCookie(var seconds) -> LOAD_BALANCER_COOKIE;
      case Stickiness.ApplicationCookie(var name, var seconds) -> APPLICATION_COOKIE;
    };
  }
}
