/**
 * Portico's own Pulumi provider for the package {@code aws}: programs written with {@code
 * com.pulumi:aws} 6.83.0 run unchanged, without the official plugin, against AWS or anything that
 * speaks its protocols. {@link portico.practice.provider.BundledProvider} is the entry; the engine
 * attaches to it with {@code PULUMI_DEBUG_PROVIDERS=aws:PORT}.
 *
 * <p>Layers, from the engine to AWS: the gRPC service ({@code ProviderService}) decodes property
 * maps ({@code Wire}), checks and compares them by each type's {@code Schema}, and drives one
 * {@code ResourceKind} per Pulumi type, which alone knows AWS calls.
 */
@NullMarked
package portico.practice.provider;

import org.jspecify.annotations.NullMarked;
