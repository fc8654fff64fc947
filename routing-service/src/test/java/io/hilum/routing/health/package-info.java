@NullMarked
package io.hilum.routing.health;

import org.jspecify.annotations.NullMarked;
