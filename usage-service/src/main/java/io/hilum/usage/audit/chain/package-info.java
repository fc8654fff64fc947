/**
 * The form of the evidence: what is hashed, linked and signed. Nothing but the JDK and
 * Jackson, so that a verifier needs no more.
 */
@NullMarked
package io.hilum.usage.audit.chain;

import org.jspecify.annotations.NullMarked;
