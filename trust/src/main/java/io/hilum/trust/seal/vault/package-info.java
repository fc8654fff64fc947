/**
 * Keys that wrap keys, in Azure Key Vault or its managed HSM.
 */
@NullMarked
package io.hilum.trust.seal.vault;

import org.jspecify.annotations.NullMarked;
