/**
 * The front door: who are you, may you, take identifiers out, pass on, put them back,
 * audit.
 */
@NullMarked
package io.hilum.gateway;

import org.jspecify.annotations.NullMarked;
