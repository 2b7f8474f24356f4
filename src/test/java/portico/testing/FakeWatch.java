package portico.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import portico.catalog.DeviceCode;
import portico.catalog.SignInWatch;

/** Waits no time at all, and gives up after some pauses if it is told to. */
public final class FakeWatch implements SignInWatch {
  public final List<DeviceCode> shown = new ArrayList<>();
  public final List<Duration> pauses = new ArrayList<>();
  public int patience = Integer.MAX_VALUE;

  @Override
  public void show(DeviceCode code) {
    shown.add(code);
  }

  @Override
  public boolean givenUpWithin(Duration pause) {
    pauses.add(pause);
    return pauses.size() > patience;
  }
}
