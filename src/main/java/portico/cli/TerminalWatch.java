package portico.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import portico.catalog.DeviceCode;
import portico.catalog.SignInWatch;

/** Shows a sign-in's code on the terminal, and waits until Ctrl+C ends the process. */
final class TerminalWatch implements SignInWatch {
  private final CliContext context;
  private final boolean browser;

  /**
   * @param browser whether to open the address in the user's browser
   */
  TerminalWatch(CliContext context, boolean browser) {
    this.context = context;
    this.browser = browser;
  }

  @Override
  public void show(DeviceCode code) {
    context.say("sign-in.address", code.complete());
    context.say("sign-in.user-code", code.userCode(), code.life().toMinutes());
    if (browser) {
      context.browser().accept(code.complete());
    }
    context.say("sign-in.waiting");
  }

  @Override
  public boolean givenUpWithin(Duration pause) {
    try {
      return new CountDownLatch(1).await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
