@NullMarked
package io.hilum.routing.transform;

import org.jspecify.annotations.NullMarked;
