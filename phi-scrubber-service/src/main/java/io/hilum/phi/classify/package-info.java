/**
 * An optional token classifier, trained elsewhere, beside the detectors of this service:
 * its windows over long texts, its labels in our types, and what of its findings counts.
 */
@NullMarked
package io.hilum.phi.classify;

import org.jspecify.annotations.NullMarked;
