@NullMarked
package io.hilum.routing.access;

import org.jspecify.annotations.NullMarked;
