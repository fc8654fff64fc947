/**
 * The scrubber over HTTP: decode, call, encode, with a bound on everything.
 */
@NullMarked
package io.hilum.phi.scrub.web;

import org.jspecify.annotations.NullMarked;
