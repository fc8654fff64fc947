/**
 * What is stored where others can reach it, sealed so that nobody reads or changes it.
 */
@NullMarked
package io.hilum.trust.seal;

import org.jspecify.annotations.NullMarked;
