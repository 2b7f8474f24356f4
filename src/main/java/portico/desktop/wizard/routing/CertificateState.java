package portico.desktop.wizard.routing;

import java.util.Optional;
import portico.catalog.CatalogFailure;
import portico.catalog.RequestedCertificate;
import portico.catalog.ValidationPlan;

/** What the request for a certificate shows. */
sealed interface CertificateState {
  /** Only that one can be requested. */
  record Closed() implements CertificateState {}

  /** The names are asked for. */
  record Open() implements CertificateState {}

  record Busy(String text) implements CertificateState {}

  record Failed(CatalogFailure failure) implements CertificateState {}

  /**
   * A request that ACM knows.
   *
   * @param plan where its records could be written, once that is known
   * @param withoutRoute53 why that cannot be known
   * @param progress what became of writing them
   * @param watched whether it is looked at again and again
   * @param trouble why the last look or writing did not succeed
   */
  record Known(
      RequestedCertificate certificate,
      Optional<ValidationPlan> plan,
      Optional<CatalogFailure> withoutRoute53,
      Progress progress,
      boolean watched,
      Optional<CatalogFailure> trouble)
      implements CertificateState {
    /** How far writing the records is. */
    enum Progress {
      NOT_WRITTEN,
      WRITING,
      WRITTEN
    }

    static Known of(RequestedCertificate certificate) {
      return new Known(
          certificate,
          Optional.empty(),
          Optional.empty(),
          Progress.NOT_WRITTEN,
          true,
          Optional.empty());
    }

    /** Whether it is worth looking again. */
    boolean waits() {
      return certificate.isPending() && watched;
    }

    /** Whether there is something to write to Route 53 that is not written. */
    boolean canWrite() {
      return certificate.isPending()
          && progress == Progress.NOT_WRITTEN
          && plan.filter(each -> !each.writable().isEmpty()).isPresent();
    }

    Known with(RequestedCertificate now) {
      return new Known(now, plan, withoutRoute53, progress, watched, trouble);
    }

    Known planned(ValidationPlan now) {
      return new Known(certificate, Optional.of(now), Optional.empty(), progress, watched, trouble);
    }

    Known withoutRoute53(CatalogFailure why) {
      ValidationPlan none = ValidationPlan.of(certificate.records(), java.util.List.of());
      return new Known(
          certificate, Optional.of(none), Optional.of(why), progress, watched, trouble);
    }

    Known writing(boolean now) {
      Progress next = now ? Progress.WRITING : Progress.NOT_WRITTEN;
      return new Known(certificate, plan, withoutRoute53, next, watched, trouble);
    }

    Known wrote() {
      return new Known(certificate, plan, withoutRoute53, Progress.WRITTEN, true, Optional.empty());
    }

    Known watched(boolean now) {
      return new Known(certificate, plan, withoutRoute53, progress, now, trouble);
    }

    Known troubled(CatalogFailure why) {
      return new Known(certificate, plan, withoutRoute53, progress, watched, Optional.of(why));
    }

    Known untroubled() {
      return new Known(certificate, plan, withoutRoute53, progress, watched, Optional.empty());
    }
  }
}
