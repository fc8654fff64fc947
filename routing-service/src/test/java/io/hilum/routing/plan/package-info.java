@NullMarked
package io.hilum.routing.plan;

import org.jspecify.annotations.NullMarked;
