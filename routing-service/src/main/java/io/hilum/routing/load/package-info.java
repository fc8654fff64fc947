/**
 * How much each deployment has to do and how fast it answers, by what this replica sees.
 */
@NullMarked
package io.hilum.routing.load;

import org.jspecify.annotations.NullMarked;
