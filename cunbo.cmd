@echo off
rem cunbo on Windows: sees that the environment in .venv is there and good, then runs cunbo in it.
rem Only ASCII here: cmd reads this file in the code page of the machine.
setlocal
set "root=%~dp0"
set "own=%root%.venv\Scripts\python.exe"
set start=py -3
%start% -c "" >nul 2>nul
if "%errorlevel%"=="0" goto found
set start=python
%start% -c "" >nul 2>nul
if "%errorlevel%"=="0" goto found
set start="%own%"
%start% -c "" >nul 2>nul
if "%errorlevel%"=="0" goto found
for /f "tokens=2 delims=:." %%n in ('chcp') do set "page=%%n"
chcp 65001 >nul
type "%root%requirements\no-python.txt"
chcp %page% >nul
exit /b 1

:found
%start% "%root%requirements\environment.py" run
if not "%errorlevel%"=="0" exit /b 1
"%own%" -m cunbo %*
exit /b %errorlevel%
