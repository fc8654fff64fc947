/**
 * Rules that hold in every service, each with its reason.
 */
@NullMarked
package io.hilum.architecture;

import org.jspecify.annotations.NullMarked;
