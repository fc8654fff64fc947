@NullMarked
package io.hilum.routing.body;

import org.jspecify.annotations.NullMarked;
