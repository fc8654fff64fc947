/**
 * Takes identifiers out of what leaves the trust zone otherwise than to a model.
 */
@NullMarked
package io.hilum.agents.pseudonym;

import org.jspecify.annotations.NullMarked;
