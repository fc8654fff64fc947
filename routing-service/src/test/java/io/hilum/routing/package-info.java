@NullMarked
package io.hilum.routing;

import org.jspecify.annotations.NullMarked;
