/**
 * The collections of the hospital.
 */
@NullMarked
package io.hilum.agents.knowledge;

import org.jspecify.annotations.NullMarked;
