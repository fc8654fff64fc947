/**
 * The infrastructure that the services stand on.
 */
@NullMarked
package io.hilum.quickstart.part;

import org.jspecify.annotations.NullMarked;
