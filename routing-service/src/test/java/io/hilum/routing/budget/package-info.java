@NullMarked
package io.hilum.routing.budget;

import org.jspecify.annotations.NullMarked;
