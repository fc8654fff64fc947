/**
 * Fingerprints of texts.
 */
@NullMarked
package io.hilum.agents.fingerprint;

import org.jspecify.annotations.NullMarked;
