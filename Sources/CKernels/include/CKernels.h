#pragma once

#include "Elementary.h"
